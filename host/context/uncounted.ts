/** Values that live in the script alone: using them asks nothing of Google. */
const wholeClasses = new Set([
  'Base.Blob',
  'Base.Logger',
  'Base.Menu',
  'Base.RgbColor',
  'Base.User',
  'Charts.ChartOptions',
  'Charts.Charts',
  'Charts.TextStyle',
  'Charts.TextStyleBuilder',
  'Content.ContentService',
  'Content.TextOutput',
  'Gmail.GmailAttachment',
  'HTML.HtmlOutput',
  'HTML.HtmlOutputMetaTag',
  'HTML.HtmlTemplate',
  'Script.ClockTriggerBuilder',
  'Script.SpreadsheetTriggerBuilder',
  'Script.Trigger',
  'Script.TriggerBuilder',
  'Spreadsheet.BooleanCondition',
  'Spreadsheet.Color',
  'Spreadsheet.ColorBuilder',
  'Spreadsheet.ConditionalFormatRule',
  'Spreadsheet.ConditionalFormatRuleBuilder',
  'Spreadsheet.DataValidation',
  'Spreadsheet.ContainerInfo',
  'Spreadsheet.DataValidationBuilder',
  'Spreadsheet.EmbeddedChart',
  'Spreadsheet.FilterCriteria',
  'Spreadsheet.FilterCriteriaBuilder',
  'Spreadsheet.GradientCondition',
  'Spreadsheet.RichTextValue',
  'Spreadsheet.RichTextValueBuilder',
  'Spreadsheet.TextRotation',
  'Spreadsheet.TextStyle',
  'Spreadsheet.TextStyleBuilder',
  'Spreadsheet.ThemeColor',
  'URL_Fetch.HTTPResponse',
  'Utilities.Utilities',
]);

const rangeGeometry = new Set([
  'getA1Notation',
  'getColumn',
  'getLastColumn',
  'getLastRow',
  'getNumColumns',
  'getNumRows',
  'getRow',
  'getRowIndex',
  'getSheet',
]);

/**
 * Whether a method is left out of an execution's calls: it works on a value that the script holds
 * already, so nothing outside can happen between it and the next call.
 */
export function isUncounted(kind: string, method: string): boolean {
  if (kind === 'Spreadsheet.Range') return rangeGeometry.has(method);
  if (method === 'sleep') return false;
  return wholeClasses.has(kind) || /^Spreadsheet\.Embedded\w*Builder$/.test(kind);
}
