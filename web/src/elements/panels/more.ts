// The panels that nobody sees at first, in a chunk of their own.
import './loop.ts';
import './problems.ts';
import './table.ts';
import './trace.ts';
import './tree.ts';
import './variables.ts';
import './what-if.ts';
import './order.ts';
