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
    introAgain: 'Ich habe mir Ihre Website wieder angesehen. Das habe ich auf {site} gemessen.',
    openings: {
      quarterly:
        'Einmal im Quartal schreibe ich den Menschen, mit denen ich gearbeitet habe. Ich hoffe, es läuft gut bei Ihnen.',
      monthly:
        'Einmal im Monat schreibe ich den Menschen, mit denen ich gearbeitet habe. Ich hoffe, es läuft gut bei Ihnen.',
      yearly:
        'Unsere Zusammenarbeit ist wieder ein Jahr älter geworden. Vielen Dank für Ihr Vertrauen.',
      stage: 'Vielen Dank für die Zusammenarbeit. Ich würde gern wissen, wie es bei Ihnen läuft.',
      after:
        'Ich komme auf meinen letzten Brief zurück: Wenn ich etwas für Sie tun kann, sagen Sie mir Bescheid.',
      tapped:
        'Vor Kurzem habe ich Ihnen etwas empfohlen. Wenn dazu noch eine Frage offen ist, helfe ich gern.',
      bought:
        'Vor einiger Zeit haben Sie sich für etwas entschieden, das ich Ihnen empfohlen hatte. Hält es, was Sie sich davon versprochen haben?',
      dormant:
        'Wir haben eine Weile nichts voneinander gehört, und ich wollte fragen, wie es Ihnen geht.',
    },
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
  report: {
    counted: '{passed} von {all} Prüfungen bestanden.',
    mended: 'Behoben: {says}',
    fresh: 'Neu: {says}',
    changes: 'Seit {period}: behoben {mended}, neu {fresh}, unverändert {same}.',
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
    unsubscribeTitle: 'Keine Briefe mehr?',
    unsubscribeAsk: 'Sie erhalten dann keine Briefe mehr von {sender}.',
    unsubscribeButton: 'Abbestellen',
    unsubscribedTitle: 'Erledigt.',
    unsubscribed: 'Sie erhalten keine Briefe mehr von {sender}.',
    restingTitle: 'Zurzeit nicht',
    resting: '{sender} empfiehlt das zurzeit nicht.',
    unknownTitle: 'Dieser Link führt nirgendwohin',
    unknown: 'Vielleicht fehlt ein Zeichen seiner Adresse.',
    laterTitle: 'Gerade nicht',
    later: 'Diese Seite kann heute nicht gezeigt werden. Bitte versuchen Sie es morgen wieder.',
    write: 'Wenn Sie etwas suchen, schreiben Sie an {sender}.',
    answer: 'Wenn Sie etwas suchen, antworten Sie einfach auf den Brief, in dem der Link stand.',
    unsubscribeFailedTitle: 'Das hat nicht geklappt',
    unsubscribeFailed: 'Ihr Wunsch ließ sich gerade nicht festhalten.',
    unsubscribeWrite: 'Bitte schreiben Sie an {sender}, dann hören die Briefe auf.',
    unsubscribeAnswer: 'Bitte antworten Sie auf den Brief, dann hören die Briefe auf.',
  },
};
