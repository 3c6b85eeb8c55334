/** An error as OpenAI's API words it. */
export interface ApiError {
  status: number;
  message: string;
  type: string;
  param: string | null;
  code: string | null;
  headers?: Record<string, string>;
}

/** A request that the API does not take. */
export function invalid(message: string, param: string | null, code: string | null): ApiError {
  return { status: 400, message, type: 'invalid_request_error', param, code };
}

/** The body of an error's answer. */
export function errorBody({ message, type, param, code }: ApiError): object {
  return { error: { message, type, param, code } };
}
