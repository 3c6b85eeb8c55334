/** One outgoing request; a body is base64. Header names keep the case that the script wrote. */
export interface FetchRequest {
  url: string;
  method: string;
  headers: [name: string, value: string][];
  body: string | null;
  followRedirects: boolean;
  validateCertificates: boolean;
  timeoutSeconds: number;
}

export type FetchAnswer =
  | { ok: true; status: number; headers: [name: string, value: string][]; body: string }
  | { ok: false; message: string };
