declare module '#engine' {
  const createModule: (options: Record<string, unknown>) => Promise<any>;
  export default createModule;
}
