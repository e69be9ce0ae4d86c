/** One field's fault in a problem document (RFC 9457). `field` is a dotted path of the body. */
export interface FieldProblem {
  field: string;
  code?: string;
  message: string;
}

/** What the server answers when it refuses: a stable code and a text in the person's language. */
export interface ProblemDocument {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors?: FieldProblem[];
  correlationId?: string;
}

/** The error every API call rejects with. `message` may be shown to the person as it stands. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: ProblemDocument) {
    super(problem.detail ?? problem.title);
  }

  /** The HTTP status; 0 when the server was not reached. */
  get status(): number {
    return this.problem.status;
  }

  /** The stable code, such as 'platform/stale'. */
  get code(): string {
    return this.problem.code;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { field, path, pointer, code, message, detail } = entry as Record<string, unknown>;
    const name = textOf(field) ?? textOf(path) ?? textOf(pointer)?.replace(/^#?\//, '').replaceAll('/', '.');
    const text = textOf(message) ?? textOf(detail);
    if (name === undefined || text === undefined) return [];
    const known = textOf(code);
    return [{ field: name, message: text, ...(known === undefined ? {} : { code: known }) }];
  });
}

/** Reads whatever a failed answer carried; anything that is no problem document becomes a plain one. */
export function problemFrom(status: number, body: unknown): ProblemError {
  const found = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const detail = textOf(found['detail']);
  const correlationId = textOf(found['correlationId']);
  return new ProblemError({
    status,
    code: textOf(found['code']) ?? `http/${String(status)}`,
    title: textOf(found['title']) ?? `HTTP ${String(status)}`,
    ...(detail === undefined ? {} : { detail }),
    ...(correlationId === undefined ? {} : { correlationId }),
    errors: fieldsOf(found['errors']),
  });
}
