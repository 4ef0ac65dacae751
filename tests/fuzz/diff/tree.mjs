// A generated program is a tree of nodes {k: kind, p: parameters, b: {name: [statements]}, a: [awaitables]}, so that it can
// be made smaller without looking at its text.
export const node = (k, p = {}, { b = {}, a = [] } = {}) => ({ k, p, b, a });

export const indented = lines => lines.map(line => '    ' + line);

/** Calls visit(container, index) for every node of the program: statements in their blocks, awaitables in their lists. */
export function walk(program, visit) {
  const list = nodes => {
    for (let i = 0; i < nodes.length; i++) {
      visit(nodes, i);
      const n = nodes[i];
      if (!n) continue;
      list(n.a);
      for (const block of Object.values(n.b)) list(block);
    }
  };
  for (const f of program.functions) list(f.body);
  for (const m of program.mains) list(m.body);
}

export function count(program) {
  let n = 0;
  walk(program, () => n++);
  return n;
}
