const auth = (name: string): string => `https://www.googleapis.com/auth/${name}`;

const currentSheet = [auth('spreadsheets.currentonly'), auth('spreadsheets')];
const anySheet = [auth('spreadsheets')];
const dialogs = [auth('script.container.ui')];
const triggers = [auth('script.scriptapp')];
const email = [auth('userinfo.email')];
const sending = [auth('script.send_mail')];
const allMail = ['https://mail.google.com/'];
const outside = [auth('script.external_request')];

/** Any one of the scopes lets a script call the method. From Google's reference pages. */
const methodScopes: Record<string, Record<string, string[]>> = {
  'Spreadsheet.SpreadsheetApp': {
    getActive: currentSheet,
    getActiveRange: currentSheet,
    getActiveRangeList: currentSheet,
    getActiveSheet: currentSheet,
    getActiveSpreadsheet: currentSheet,
    getCurrentCell: currentSheet,
    getSelection: currentSheet,
    setActiveRange: currentSheet,
    setActiveRangeList: currentSheet,
    setActiveSheet: currentSheet,
    setActiveSpreadsheet: currentSheet,
    setCurrentCell: currentSheet,
    flush: currentSheet,
    create: anySheet,
    open: anySheet,
    openById: anySheet,
    openByUrl: anySheet,
  },
  'Base.Ui': {
    alert: dialogs,
    prompt: dialogs,
    showDialog: dialogs,
    showModalDialog: dialogs,
    showModelessDialog: dialogs,
    showSidebar: dialogs,
  },
  'Script.ScriptApp': {
    deleteTrigger: triggers,
    getProjectTriggers: triggers,
    getUserTriggers: triggers,
    getScriptTriggers: triggers,
    newTrigger: triggers,
  },
  'Base.Session': {
    getActiveUser: email,
    getEffectiveUser: email,
    getUser: email,
  },
  'URL_Fetch.UrlFetchApp': { fetch: outside, fetchAll: outside, getRequest: outside },
};

const gmailReading = ['gmail.readonly', 'gmail.modify'].map(auth).concat(allMail);
const gmailChanging = [auth('gmail.modify'), ...allMail];
const gmailWriting = ['gmail.compose', 'gmail.modify'].map(auth).concat(allMail);

/** The advanced Gmail service, by the name of the API's method. */
const gmailScopes: [prefix: string, anyOf: string[]][] = [
  ['users.drafts.get', [...gmailWriting, auth('gmail.readonly')]],
  ['users.drafts.list', [...gmailWriting, auth('gmail.readonly')]],
  ['users.drafts.', gmailWriting],
  ['users.messages.send', [auth('gmail.send'), ...gmailWriting]],
  ['users.messages.get', [...gmailReading, auth('gmail.metadata')]],
  ['users.messages.list', [...gmailReading, auth('gmail.metadata')]],
  ['users.threads.get', [...gmailReading, auth('gmail.metadata')]],
  ['users.threads.list', [...gmailReading, auth('gmail.metadata')]],
  ['users.history.list', [...gmailReading, auth('gmail.metadata')]],
  ['users.labels.list', [...gmailReading, auth('gmail.labels'), auth('gmail.metadata')]],
  ['users.labels.get', [...gmailReading, auth('gmail.labels'), auth('gmail.metadata')]],
  ['users.labels.', [auth('gmail.labels'), ...gmailChanging]],
  ['users.getProfile', [...gmailReading, auth('gmail.compose'), auth('gmail.metadata')]],
  ['users.', gmailChanging],
];

/** The scopes of which a manifest must hold one for this method; none where any script may call. */
export function scopesFor(kind: string, method: string): string[] {
  if (kind.startsWith('Mail.')) return sending;
  if (kind.startsWith('Gmail.') && kind !== 'Gmail.GmailAttachment') return allMail;
  const methods = methodScopes[kind];
  return (methods && Object.hasOwn(methods, method) ? methods[method] : undefined) ?? [];
}

/** The same for a method of the advanced Gmail service, as in `users.drafts.create`. */
export function gmailScopesFor(method: string): string[] {
  return gmailScopes.find(([prefix]) => method.startsWith(prefix))?.[1] ?? [];
}
