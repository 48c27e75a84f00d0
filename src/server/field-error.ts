import { FathomError } from '../core/index.ts';

/** Misuse of one field of a form: the browser shows it beside the field. */
export class FieldError extends FathomError {
  /** `tasks`, or the name of a flag. */
  readonly field: string;

  constructor(field: string, { code, message, fix, cause }: FathomError) {
    super(code, message, { ...(fix !== undefined && { fix }), ...(cause !== undefined && { cause }) });
    this.field = field;
  }
}
