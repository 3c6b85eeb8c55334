/** Whether it is text: pictures, archives and Excel's own files are full of control characters. */
export function isText(said: string): boolean {
  return !/[\u0000-\u0008\u000e-\u001f]/.test(said);
}
