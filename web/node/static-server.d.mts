export const policy: string;
export function serve(options: { folder: string; port?: number; exact?: boolean; plain?: boolean }): Promise<{ address: string; close(): Promise<void> }>;
