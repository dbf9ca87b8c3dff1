/** Codes that Excel gives an add-in, with Excel's message and the status that goes with it. */
const errors = {
  AccessDenied: { status: 401, message: 'You cannot perform the requested operation.' },
  ApiNotFound: { status: 404, message: 'The API you are trying to use could not be found.' },
  GeneralException: { status: 500, message: 'There was an internal error while processing the request.' },
  InvalidArgument: { status: 400, message: 'The argument is invalid or missing or has an incorrect format.' },
  InvalidObjectPath: { status: 400, message: 'The object path is not working for what you are trying to do.' },
  InvalidOperation: { status: 400, message: 'The operation attempted is invalid on the object.' },
  InvalidReference: { status: 400, message: 'This reference is not valid for the current operation.' },
  ItemAlreadyExists: { status: 409, message: 'The resource being created already exists.' },
  ItemNotFound: { status: 404, message: "The requested resource doesn't exist." },
  InvalidSelection: { status: 400, message: 'The current selection is invalid for this action.' },
  RangeExceedsLimit: {
    status: 400,
    message: 'The cell count in the range has exceeded the maximum supported number.',
  },
} as const;

export type ApiErrorCode = keyof typeof errors;

/**
 * A failed action, in Excel's words. The message never holds a cell's value.
 * Source of codes and messages: "Error handling with the application-specific JavaScript APIs",
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling.
 */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** Type and member, `Range.values`; the client shows it as `debugInfo.errorLocation`. */
  readonly location: string;
  readonly httpStatus: number;

  constructor(code: ApiErrorCode, location: string, message: string = errors[code].message) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.location = location;
    this.httpStatus = errors[code].status;
  }
}

/** For what Excel can do and this host cannot: it is refused, never passed over in silence. */
export function notModelled(location: string, what: string): ApiError {
  return new ApiError('ApiNotFound', location, `The workbench does not model ${what}.`);
}
