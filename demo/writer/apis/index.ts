import type { Api } from './api';
import { chat } from './chat';
import { messages } from './messages';
import { responses } from './responses';

/** Every API that the sample writer speaks. */
export const APIS: readonly Api[] = [responses, chat, messages];
