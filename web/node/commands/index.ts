// The commands, in the order in which the help names them.
import { check } from './check.ts';
import { completeFrom, completions } from './completions.ts';
import { diagnose } from './diagnose.ts';
import { events } from './events.ts';
import { explore } from './explore.ts';
import { exportCommand } from './export.ts';
import { grade } from './grade.ts';
import { inspect } from './inspect.ts';
import type { Command } from './options.ts';
import { run } from './run.ts';
import { scenarios } from './scenarios.ts';
import { serve } from './serve.ts';
import { test } from './test.ts';
import { trace } from './trace.ts';

export const commands: Command[] = [run, trace, inspect, diagnose, explore, events, exportCommand, scenarios, check, grade, test, serve, completions];

completeFrom(() => commands);
