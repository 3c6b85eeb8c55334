import type { ResponsesRequest } from './request';

/** How a response ends. */
export type Outcome =
  | { status: 'completed'; text: string }
  | { status: 'completed'; refusal: string }
  | { status: 'incomplete'; reason: 'max_output_tokens' | 'content_filter'; text: string }
  | { status: 'failed'; code: string; message: string };

/** What names one response. */
export interface Stamp {
  id: string;
  /** Seconds since 1970. */
  at: number;
}

/** The whole Response object (openai-openapi 2.3.0); what was asked is echoed. */
export function responseObject(
  request: ResponsesRequest,
  outcome: Outcome,
  { id, at }: Stamp,
): object {
  const { status } = outcome;
  const output = outputOf(outcome, id);
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: at,
    completed_at: status === 'completed' ? at : null,
    status,
    background: false,
    error: outcome.status === 'failed' ? { code: outcome.code, message: outcome.message } : null,
    incomplete_details: outcome.status === 'incomplete' ? { reason: outcome.reason } : null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    max_tool_calls: null,
    model: request.model,
    output,
    parallel_tool_calls: true,
    previous_response_id: null,
    prompt_cache_key: request.prompt_cache_key ?? null,
    reasoning: { effort: 'none', summary: null },
    safety_identifier: null,
    service_tier: 'default',
    store: request.store ?? true,
    temperature: 1,
    text: { format: request.text?.format ?? { type: 'text' }, verbosity: 'medium' },
    tool_choice: 'auto',
    tools: [],
    top_logprobs: 0,
    top_p: 1,
    truncation: 'disabled',
    metadata: request.metadata ?? {},
    usage: usageOf(request, output),
  };
}

/** Roughly how many tokens a text is: one for each four bytes. */
export function tokensIn(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 4);
}

interface OutputMessage {
  type: 'message';
  id: string;
  status: 'completed' | 'incomplete';
  role: 'assistant';
  content: (
    | { type: 'output_text'; text: string; annotations: []; logprobs: [] }
    | { type: 'refusal'; refusal: string }
  )[];
}

function outputOf(outcome: Outcome, id: string): OutputMessage[] {
  if (outcome.status === 'failed') return [];
  const part: OutputMessage['content'][number] =
    'refusal' in outcome
      ? { type: 'refusal', refusal: outcome.refusal }
      : { type: 'output_text', text: outcome.text, annotations: [], logprobs: [] };
  const { status } = outcome;
  return [{ type: 'message', id: `msg_${id}`, status, role: 'assistant', content: [part] }];
}

function usageOf(request: ResponsesRequest, output: OutputMessage[]): object {
  const input = tokensIn((request.instructions ?? '') + JSON.stringify(request.input));
  const said = output.flatMap(({ content }) => content);
  const spent = said.map((part) => tokensIn('text' in part ? part.text : part.refusal));
  const written = spent.reduce((sum, tokens) => sum + tokens, 0);
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
    output_tokens: written,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + written,
  };
}
