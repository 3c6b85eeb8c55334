/** The body ended by the freelancer's signature in place of their name; as it is where there is none. */
export function signed(body: string, sender: string, signature: string): string {
  const end = signature.trim();
  if (end === '' || body.trimEnd().endsWith(end)) return body;
  const lines = body.trimEnd().split('\n');
  const isNamed = lines.at(-1)?.trim() === sender.trim();
  const rest = (isNamed ? lines.slice(0, -1) : lines).join('\n').trimEnd();
  // After a closing line such as “Best regards,” the signature follows at once.
  const isClosed = isNamed && lines.length > 1 && lines.at(-2)?.trim() !== '';
  return `${rest}${isClosed ? '\n' : '\n\n'}${end}`;
}
