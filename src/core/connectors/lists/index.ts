import { airtable } from './airtable';
import { notion } from './notion';
import type { ListId, ListService } from './service';

/** Every service that clients can be pulled from. */
export const LIST_SERVICES: Readonly<Record<ListId, ListService>> = { airtable, notion };
