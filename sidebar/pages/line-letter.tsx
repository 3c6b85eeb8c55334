import type { FlexPart, LineMessage } from '../../src/core/letters/line-message';

/** A letter as it will look on LINE: one bubble for each message. Its links lead nowhere. */
export function LineLetter({ messages }: { messages: LineMessage[] }) {
  return (
    <div class="line-chat" role="group" aria-label="The letter as the client sees it on LINE">
      {messages.map((message, i) =>
        message.type === 'text' ? (
          <p key={i} class="line-bubble">
            {message.text}
          </p>
        ) : (
          <div key={i} class="line-bubble line-card">
            {message.contents.body.contents.map((part, n) => (
              <Part key={n} part={part} />
            ))}
          </div>
        ),
      )}
    </div>
  );
}

function Part({ part }: { part: FlexPart }) {
  switch (part.type) {
    case 'separator':
      return <hr />;
    case 'button':
      return (
        <span class="line-button" style={{ background: part.color }}>
          {part.action.label}
        </span>
      );
    case 'text':
      return (
        <p
          class={`line-${part.size}${part.weight === 'bold' ? ' line-bold' : ''}`}
          style={{ color: part.color }}
        >
          {part.text}
        </p>
      );
  }
}
