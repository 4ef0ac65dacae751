// Small things that outlive a visit. Storage may be forbidden (a sandboxed frame): then they are just not kept.

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`asyncio-playground:${key}`, value);
  } catch {
    // not kept
  }
}

export function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(`asyncio-playground:${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}
