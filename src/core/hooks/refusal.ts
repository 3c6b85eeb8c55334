import { Problem } from '../problem';

/**
 * Why a message was refused. Whatever it met is told of and keeps no other from being done. The
 * sentence stays where nobody is forgotten, so of a mail address only its domain is left.
 */
export function whyRefused(error: unknown): string {
  const why =
    error instanceof Problem
      ? error.message.trim()
      : `It met a fault of ours (${error instanceof Error ? error.name : typeof error}), so it was passed over. Report it.`;
  return why.replace(
    ADDRESS,
    (_, domain: string, at: number) => `${at === 0 ? 'An' : 'an'} address at ${domain}`,
  );
}

const ADDRESS = /[^\s“”"'<>()[\],;:]+@([^\s“”"'<>()[\],;:@]+)/g;
