/** `npm run host-rules`: what the workbench's Excel does, rule by rule, with its basis, and how many are assumed. */
import '../src/workbench/rules/print.ts';
