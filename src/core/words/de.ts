import type { Words } from './words';

export const de: Words = {
  language: 'German, with the formal Sie',
  quarter: '{quarter}. Quartal {year}',
  letter: {
    greeting: 'Guten Tag {name},',
    measured: 'Das habe ich auf {site} gemessen.',
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
  },
  line: {
    stop: 'Wenn Sie diese Briefe nicht mehr möchten, antworten Sie einfach mit „{word}“.',
    stopWord: 'Abmelden',
    go: 'Ansehen',
    invite: 'Lieber per LINE? Fügen Sie dort {id} hinzu und senden Sie mir diesen Code: {code}',
  },
  occasions: {
    hello: {
      subject: 'Ein kurzer Gruß, {name}',
      opening: 'Ich hoffe, es läuft gut bei Ihnen.',
      closing: 'Wenn ich Ihnen bei etwas helfen kann, antworten Sie einfach auf diesen Brief.',
    },
    monthly: {
      subject: 'Mein Brief in diesem Monat, {name}',
      opening:
        'Einmal im Monat schreibe ich den Menschen, mit denen ich gearbeitet habe. Ich hoffe, es läuft gut bei Ihnen.',
      closing: 'Wenn Sie dazu eine Frage haben, antworten Sie einfach auf diesen Brief.',
    },
    yearly: {
      subject: 'Danke für ein weiteres Jahr, {name}',
      opening:
        'Seit Beginn unserer Zusammenarbeit ist wieder ein Jahr vergangen. Vielen Dank für Ihr Vertrauen; ich habe sehr gern mit Ihnen gearbeitet.',
      closing:
        'Was haben Sie als Nächstes vor? Antworten Sie einfach auf diesen Brief, ich freue mich, davon zu hören.',
    },
    stage: {
      subject: 'Vielen Dank, {name}',
      opening:
        'Vielen Dank für die Zusammenarbeit an unserem Projekt. Ich hoffe, dass Ihnen das Ergebnis gefällt und gute Dienste leistet.',
      closing:
        'Darf ich Sie um eine kurze Bewertung bitten? Einige ehrliche Sätze, die ich anderen zeigen darf, genügen; antworten Sie einfach auf diesen Brief. Und wenn etwas nicht so ist, wie es sein soll, sagen Sie mir bitte auch das.',
    },
    after: {
      subject: 'Eine kurze Nachfrage, {name}',
      opening:
        'Ich möchte an meinen früheren Brief anknüpfen und hoffe, dass bei Ihnen alles gut läuft.',
      closing:
        'Wenn etwas nicht so läuft, wie es soll, oder Sie eine Frage haben, antworten Sie einfach auf diesen Brief.',
    },
    tapped: {
      subject: 'Haben Sie noch Fragen?',
      opening:
        'In einem früheren Brief habe ich {product} erwähnt. Falls Sie darüber nachdenken, helfe ich Ihnen gern bei der Entscheidung.',
      closing:
        'Welche Frage ist noch offen? Antworten Sie einfach auf diesen Brief. Und wenn es nichts für Sie ist, ist das völlig in Ordnung.',
    },
    bought: {
      subject: 'Wie kommen Sie zurecht, {name}?',
      opening:
        'Ich habe Ihnen früher etwas empfohlen und möchte fragen, wie Sie damit zurechtkommen.',
      closing:
        'Wenn etwas nicht so ist, wie Sie es sich erhofft haben, oder Sie dabei Hilfe brauchen, antworten Sie einfach auf diesen Brief.',
    },
    dormant: {
      subject: 'Lange nichts gehört, {name}',
      opening:
        'Es ist eine Weile her, dass ich zuletzt von Ihnen gehört habe. Ich hoffe, es geht Ihnen gut.',
      closing:
        'Sind diese Briefe noch nützlich für Sie? Eine kurze Antwort genügt, und wenn Sie keine mehr erhalten möchten, sagen Sie es mir einfach.',
    },
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
    unreadable: 'ihre Seite ließ sich nicht lesen',
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
