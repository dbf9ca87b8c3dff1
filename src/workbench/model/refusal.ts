/**
 * Why the model refused.
 * - `notModelled`: Excel can do it, the workbench cannot; never guess, never pass silently.
 * - `invalidArgument`, `invalidFormula`, `invalidName`, `invalidFormat`: Excel refuses it too.
 * - `nameTaken`: a sheet or name of this name exists. `lastVisibleSheet`: Excel keeps one visible sheet.
 * - `alreadyProtected`, `wrongPassword`: sheet protection. `tooLarge`: beyond a limit of Excel.
 */
export type RefusalKind =
  | 'notModelled'
  | 'invalidArgument'
  | 'invalidFormula'
  | 'invalidName'
  | 'invalidFormat'
  | 'nameTaken'
  | 'lastVisibleSheet'
  | 'alreadyProtected'
  | 'wrongPassword'
  | 'tooLarge';

/** Thrown by the model instead of doing something that Excel would not do, or that it does not model. */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
  }
}
