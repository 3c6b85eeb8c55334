import type { Words } from './words';

export const de: Words = {
  language: 'German, with the formal Sie',
  quarter: '{quarter}. Quartal {year}',
  letter: {
    subject: 'Ihre Website in diesem Quartal: {site}',
    subjectWithoutSite: 'Ein kurzer Gruß, {name}',
    greeting: 'Guten Tag {name},',
    intro:
      'Einmal im Quartal sehe ich mir die Websites der Menschen an, mit denen ich gearbeitet habe. Das habe ich auf {site} gemessen.',
    introWithoutSite:
      'Einmal im Quartal schreibe ich den Menschen, mit denen ich gearbeitet habe. Ich hoffe, es läuft gut bei Ihnen.',
    couldNotLook:
      'Ich wollte mir {site} ansehen, aber {why}. Falls das nicht so sein soll, sagen Sie mir Bescheid.',
    filledByScript:
      'Ihre Seite wird von einem Skript gefüllt; beurteilen konnte ich nur, was in ihrem Kopf steht.',
    offer: 'Etwas, das zu Ihrer Arbeit passen könnte:',
    closing: 'Wenn Sie dazu eine Frage haben, antworten Sie einfach auf diesen Brief.',
    disclosure:
      'Bitte beachten Sie: Die folgenden Links sind Affiliate-Links. Wenn Sie darüber kaufen, zahlt mir der Anbieter eine Provision; Sie zahlen nichts zusätzlich.',
    disclosureAgain: 'Auch dies ist ein Affiliate-Link:',
    why: 'Sie erhalten diesen Brief, weil Sie zugestimmt haben, von {sender} zu hören ({basis}).',
    whyWorked: 'Sie erhalten diesen Brief, weil Sie mit {sender} gearbeitet haben.',
    unsubscribe: 'Abbestellen',
    reportTitle: 'Was ich gemessen habe',
  },
  lookFailures: {
    'no answer': 'sie hat nicht geantwortet',
    challenge: 'sie wollte einen Beweis, dass ich ein Mensch bin',
    'not a page': 'sie hat nicht mit einer Webseite geantwortet',
    'too many redirects': 'sie hat mich im Kreis geschickt',
  },
  page: {
    disclosure:
      'Dies ist ein Affiliate-Link: Wenn Sie kaufen, erhält {sender} vom Anbieter eine Provision. Sie zahlen nichts zusätzlich.',
    title: 'Eine Empfehlung von {sender}',
    recommends: '{sender} empfiehlt',
    go: 'Weiter zu {product}',
    resting:
      '{sender} empfiehlt das zurzeit nicht. Falls Sie es gesucht haben, schreiben Sie an {contact}.',
    unknown:
      'Dieser Link führt nirgendwohin; vielleicht fehlt ein Zeichen seiner Adresse. Schreiben Sie an {contact}, wenn Sie etwas suchen.',
    unsubscribeTitle: 'Keine Briefe mehr?',
    unsubscribeAsk: 'Sie erhalten dann keine Briefe mehr von {sender}.',
    unsubscribeButton: 'Abbestellen',
    unsubscribed: 'Erledigt. Sie erhalten keine Briefe mehr von {sender}.',
    unsubscribeFailed:
      'Das hat gerade nicht geklappt. Bitte schreiben Sie an {contact}, dann hören die Briefe auf.',
  },
};
