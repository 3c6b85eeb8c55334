import type { CommissionStatus } from '../commission';

const WORDS: Readonly<Record<CommissionStatus, string>> = {
  pending:
    'pending, open, new, waiting, unconfirmed, in review, under review, on hold, hold, tracked, due later, offen, ausstehend, wartend, vorgemerkt, en attente, pendiente, in attesa, pendente, 未確定, 承認待ち, 待審核, 待确认, 審核中',
  approved:
    'approved, confirmed, accepted, validated, locked, processed, available, payable, due, bestätigt, freigegeben, genehmigt, validé, approuvé, aprobado, confirmado, approvato, confermato, aprovado, 承認, 確定, 承認済み, 已確認, 已核准, 已确认',
  paid: 'paid, paid out, payed, settled, withdrawn, closed, bezahlt, ausgezahlt, payé, pagado, pagato, pago, 支払済み, 支払済, 已付款, 已支付',
  reversed:
    'reversed, declined, rejected, refunded, cancelled, canceled, void, voided, denied, deleted, chargeback, invalid, fraud, duplicate, storniert, abgelehnt, erstattet, annulé, refusé, rechazado, cancelado, anulado, rifiutato, annullato, rejeitado, 否認, キャンセル, 却下, 已取消, 已拒絕, 無效, 已退款',
};

/** The words that reports have for a commission's state, in small letters. */
export const STATUS_WORDS: Readonly<Record<string, CommissionStatus>> = Object.fromEntries(
  Object.entries(WORDS).flatMap(([status, words]) =>
    words.split(', ').map((word) => [word, status as CommissionStatus] as const),
  ),
);
