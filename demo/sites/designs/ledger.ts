import { type Design, offerBlocks } from '../look';

/** A quiet page of rules and columns, as printed matter has them. */
export const ledger: Design = {
  id: 'ledger',
  style: ({ ink, soft, paper, tint, accent }) => `
    body { margin: 0; background: ${paper}; color: ${ink}; font: 17px/1.6 'Palatino Linotype', Palatino, 'Noto Serif', 'Noto Serif CJK TC', serif; }
    .sheet { max-width: 980px; margin: 0 auto; padding: 48px 32px; }
    header { border-top: 6px solid ${accent}; border-bottom: 1px solid ${ink}; padding: 24px 0; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 16px; }
    .main-heading { margin: 0; font-size: 36px; font-weight: 500; letter-spacing: 0.02em; line-height: 1.2; }
    .tagline { margin: 0; color: ${soft}; }
    .columns { display: grid; grid-template-columns: 2fr 1fr; gap: 48px; padding-top: 32px; }
    .about-heading { font-size: 22px; font-weight: 500; margin: 0 0 8px; }
    .columns img { width: 100%; display: block; margin-bottom: 16px; }
    .offers { columns: 3; column-gap: 40px; column-rule: 1px solid ${tint}; border-top: 1px solid ${ink}; margin-top: 32px; padding-top: 24px; }
    .offer { break-inside: avoid; }
    .offer h2 { margin: 0; color: ${accent}; font-size: 18px; }
    .offer p { margin: 4px 0 0; }
    footer { border-top: 1px solid ${ink}; margin-top: 32px; padding-top: 16px; color: ${soft}; }
    @media (max-width: 640px) { .columns { grid-template-columns: 1fr; } .offers { columns: 1; } }`,
  body: (parts) => `
    <div class="sheet">
      <header>
        ${parts.mainHeading}
        <p class="tagline">${parts.tagline}</p>
      </header>
      <div class="columns">
        <div>
          ${parts.pictures[0]}
          ${parts.aboutHeading}
          <p>${parts.about}</p>
        </div>
        <aside>${parts.pictures[1]}${parts.pictures[2]}</aside>
      </div>
      <div class="offers">${offerBlocks(parts)}</div>
      <footer>${parts.contactTitle}: ${parts.mail}</footer>
    </div>`,
};
