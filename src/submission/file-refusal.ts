import * as z from 'zod';

/**
 * Why a file that was sent is not taken. The first ones are said of its form and are those of `calaim-invoice check`;
 * words for all of them stand in `intake/file-refusal-words.ts`. A reason is never renamed.
 */
export const fileRefusalSchema = z.enum([
  'empty',
  'notAWorkbook',
  'oldExcel',
  'pdf',
  'openDocument',
  'binaryWorkbook',
  'passwordProtected',
  'cutOff',
  'damaged',
  'declarations',
  'macros',
  'externalLinks',
  'unsafeNames',
  'tooLarge',
  'tooManyStyles',
  'stopped',
  'noHeaders',
  'noLines',
  'doubledHeader',
  'brokenQuotes',
  'otherPlan',
  // What the lines or Setup lack, as where the pane refuses to send.
  'tooManyLines',
  'unsendableText',
  'billingProvider',
  'concerns',
  'notAttested',
  // Of sealed packages.
  'packagesNotTaken',
  'otherKey',
  'damagedPackage',
  'notASubmission',
]);

/** Why a file that was sent is not taken. */
export type FileRefusal = z.infer<typeof fileRefusalSchema>;
