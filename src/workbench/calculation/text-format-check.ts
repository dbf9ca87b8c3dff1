import type { AstExpression } from '@borgar/fx';
import { numberFormat } from '../model/number-format.ts';

/** TEXT with a format that is written out and that the workbench cannot show is refused when it is entered. */
export function checkTextFormat(tree: AstExpression | null | undefined): void {
  if (tree?.type === 'Literal' && typeof tree.value === 'string' && tree.value !== '') numberFormat(tree.value);
}
