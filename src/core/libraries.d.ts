/** Declarations for libraries that carry none. */

declare module 'core-js-pure/actual/url/index.js' {
  export default class CoreUrl {
    constructor(address: string, base?: string);
    readonly href: string;
    readonly protocol: string;
    readonly host: string;
    readonly hostname: string;
    readonly pathname: string;
    readonly search: string;
    readonly hash: string;
    readonly searchParams: { get(name: string): string | null };
  }
}

declare module '*.mjml' {
  const html: string;
  export default html;
}

declare module '*.html' {
  const html: string;
  export default html;
}
