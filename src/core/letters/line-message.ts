/** The messages that a letter is pushed as: the part of LINE's message objects that is used. */
export type LineMessage = LineText | LineFlex;

export interface LineText {
  type: 'text';
  text: string;
}

export interface LineFlex {
  type: 'flex';
  /** What notifications and lists of chats show in its place. */
  altText: string;
  contents: FlexBubble;
}

export interface FlexBubble {
  type: 'bubble';
  size: 'mega';
  body: { type: 'box'; layout: 'vertical'; spacing: 'md'; contents: FlexPart[] };
}

export type FlexPart = FlexText | FlexSeparator | FlexButton;

export interface FlexText {
  type: 'text';
  text: string;
  wrap: true;
  size: 'xs' | 'sm' | 'md';
  color?: string;
  weight?: 'bold';
}

export interface FlexSeparator {
  type: 'separator';
}

export interface FlexButton {
  type: 'button';
  style: 'primary';
  height: 'sm';
  color: string;
  action: { type: 'uri'; label: string; uri: string };
}

/**
 * What LINE takes at most, in UTF-16 units. Five messages stand in its description; the other figures
 * are recalled from its reference and unverified, so the lower one is taken where two are known.
 */
export const MOST = { messages: 5, text: 5000, alt: 400, label: 20, address: 1000 } as const;
