// Under Trusted Types a script's address must come from a policy. This one lets through the page's own workers only.

interface Policy {
  createScriptURL(url: string): string;
}

const allowed = new Set<string>();

const policy: Policy | undefined = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes?.createPolicy('ap-worker', {
  createScriptURL: (url: string) => {
    if (!allowed.has(url)) throw new TypeError('only the page\'s own workers may be loaded');
    return url;
  },
});

/** For addresses that are known when the page is built, never for anything that comes from outside. */
export function ownScript(url: string): string {
  allowed.add(url);
  return policy ? policy.createScriptURL(url) : url;
}
