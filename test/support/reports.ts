import Papa from 'papaparse';

/** A network's report with made-up rows, and what they state. */
export interface ReportSample {
  id: string;
  network: string;
  header: string;
  delimiter: ',' | ';';
  /** Cells by column; those left out are blank. */
  rows: Record<string, string>[];
  /** What is stated, in the order of the rows: id (blank for a derived one), instant, status, sale, commission, sub-id. */
  says: [string, string, string, number | null, number, string][];
  currency: string;
  /** Rows of the file that are rightly left out, from 0. */
  left?: number[];
}

const MARK = 'abcdefghvvvvv';

/** In a workbook whose zone is Taipei; where a report names no currency, it is US dollars. */
export const SAMPLES: ReportSample[] = [
  {
    id: 'impact-paystub',
    network: 'Impact',
    header:
      'Paystub Id,Action Id,Campaign Id,Campaign Name,Action Tracker Id,Action Tracker,Sub Id 1,Sub Id 2,Sub Id 3,Shared Id,Sale Amount,Payout,Action Date,Posting Date,Modification Date,Locking Date',
    delimiter: ',',
    rows: [
      {
        'Paystub Id': '9',
        'Action Id': '1000.4000.007',
        'Campaign Name': 'Rankly, Inc.',
        'Sub Id 1': MARK,
        'Sale Amount': '1,200.00',
        Payout: '120.50',
        'Action Date': '2026-09-14T10:11:12Z',
      },
      {
        'Paystub Id': '9',
        'Action Id': '1000.4000.008',
        'Sub Id 2': 'newsletter',
        Payout: '5',
        'Action Date': '2026-09-15 08:00:00',
      },
    ],
    says: [
      ['1000.4000.007', '2026-09-14T10:11:12Z', 'paid', 120_000, 12_050, MARK],
      ['1000.4000.008', '2026-09-15T00:00:00Z', 'paid', null, 500, 'newsletter'],
    ],
    currency: 'USD',
  },
  {
    id: 'partnerstack-commissions',
    network: 'PartnerStack',
    header:
      'Issued Commission Amount,Issued Commission Currency,Created,Commission status,Estimated available date,Program',
    delimiter: ',',
    rows: [
      ['39.04', '2025-11-18 19:12:53', 'Withdrawn'],
      ['10.00', '2025-11-20 19:12:53', 'Rejected'],
      ['1,234.56', '2025-11-21 09:00:00', 'Approved'],
    ].map(([amount = '', created = '', status = '']) => ({
      'Issued Commission Amount': amount,
      'Issued Commission Currency': 'USD',
      Created: created,
      'Commission status': status,
      Program: 'Pennywise (beta)',
    })),
    says: [
      ['', '2025-11-18T11:12:53Z', 'paid', null, 3904, ''],
      ['', '2025-11-20T11:12:53Z', 'reversed', null, 1000, ''],
      ['', '2025-11-21T01:00:00Z', 'approved', null, 123_456, ''],
    ],
    currency: 'USD',
  },
  {
    id: 'amazon-earnings',
    network: 'Amazon Associates',
    header:
      'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group,Direct/Indirect',
    delimiter: ',',
    rows: [
      ['Desk lamp', 'B000000001', 'September 15 2026', '29.99', '1,059.98', '31.80'],
      ['Chair, oak', 'B000000002', '09/16/2026', '120.00', '-120.00', '-3.60'],
    ].map(([name = '', asin = '', at = '', price = '', revenue = '', fees = '']) => ({
      Category: 'Home',
      Name: name,
      ASIN: asin,
      Seller: 'Amazon',
      'Tracking ID': 'mira-20',
      'Date Shipped': at,
      'Price($)': price,
      'Items Shipped': '2',
      Returns: '0',
      'Revenue($)': revenue,
      'Ad Fees($)': fees,
      'Device Type Group': 'Desktop',
      'Direct/Indirect': 'Direct',
    })),
    says: [
      ['', '2026-09-14T16:00:00Z', 'approved', 105_998, 3180, 'mira-20'],
      ['', '2026-09-15T16:00:00Z', 'approved', -12_000, -360, 'mira-20'],
    ],
    currency: 'USD',
  },
  {
    id: 'awin-transactions',
    network: 'Awin',
    header:
      'id,publisher_id,sale_amount,commission,date,commission_status,validation_date,extra,type,site_name,URL,decline_reason',
    delimiter: ',',
    rows: [
      ['501', '80.00', '4.00', '2026-08-01 12:00:00', '0', ''],
      ['502', '1,300.25', '65.01', '2026-08-02 12:00:00', '1', '2026-08-09 10:00:00'],
      ['503', '20.00', '1.00', '2026-08-03T12:00:00+02:00', '2', '2026-08-09 10:00:00'],
    ].map(([id = '', sale = '', commission = '', date = '', status = '', validated = '']) => ({
      id,
      publisher_id: '222222',
      sale_amount: sale,
      commission,
      date,
      commission_status: status,
      validation_date: validated,
      extra: id === '502' ? MARK : '',
      site_name: 'shop.example',
    })),
    says: [
      ['501', '2026-08-01T04:00:00Z', 'pending', 8000, 400, ''],
      ['502', '2026-08-02T04:00:00Z', 'approved', 130_025, 6501, MARK],
      ['503', '2026-08-03T10:00:00Z', 'reversed', 2000, 100, ''],
    ],
    currency: 'USD',
  },
  {
    id: 'cj-commissions',
    network: 'CJ',
    header:
      'SID,Commission ID,Sale Amount (USD),Publisher Commission (USD),Event Date,Posting Date,Click Date,Status,Action Name,Advertiser Name,Advertiser CID,Website Name,Order ID,Ad ID,Operating System,Click Referring URL,Transaction ID',
    delimiter: ',',
    rows: [
      ['2301', '100.00', '7.50', '05-Oct-2026 10:20:30', 'new'],
      ['2302', '2,100.00', '70.00', '06-Oct-2026 10:20:30', 'locked'],
      ['2303', '-100.00', '-7.50', '07-Oct-2026 10:20:30', 'closed'],
    ].map(([id = '', sale = '', commission = '', at = '', status = '']) => ({
      SID: MARK,
      'Commission ID': id,
      'Sale Amount (USD)': sale,
      'Publisher Commission (USD)': commission,
      'Event Date': at,
      'Posting Date': at,
      Status: status,
      'Advertiser Name': 'Lamps & More',
      'Advertiser CID': '77',
      'Order ID': 'A-1',
    })),
    says: [
      ['2301', '2026-10-05T02:20:30Z', 'pending', 10_000, 750, MARK],
      ['2302', '2026-10-06T02:20:30Z', 'approved', 210_000, 7000, MARK],
      ['2303', '2026-10-07T02:20:30Z', 'paid', -10_000, -750, MARK],
    ],
    currency: 'USD',
  },
  {
    id: 'rakuten-orders',
    network: 'Rakuten',
    header:
      'Member ID (U1),MID,Advertiser Name,Order ID,Transaction Date,Transaction Time,SKU,Sales,# of Items,Total Commission,Process Date,Process Time',
    delimiter: ',',
    rows: [
      ['9/3/26', '60.00', '1', '3.00', '9/4/26'],
      ['9/3/26', '-60.00', '-1', '-3.00', '9/20/26'],
    ].map(([at = '', sales = '', items = '', commission = '', processed = '']) => ({
      'Member ID (U1)': MARK,
      MID: '333',
      'Advertiser Name': 'Teapots',
      'Order ID': '888',
      'Transaction Date': at,
      'Transaction Time': '10:11:12',
      SKU: 'T-1',
      Sales: sales,
      '# of Items': items,
      'Total Commission': commission,
      'Process Date': processed,
      'Process Time': '01:02:03',
    })),
    says: [
      ['', '2026-09-03T02:11:12Z', 'approved', 6000, 300, MARK],
      ['', '2026-09-03T02:11:12Z', 'approved', -6000, -300, MARK],
    ],
    currency: 'USD',
  },
  {
    id: 'stripe-balance',
    network: 'Stripe',
    header: 'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description',
    delimiter: ',',
    rows: [
      ['txn_1', 'payment', '1,250.00', '2026-07-01 09:00', 'Affiliate payout, June'],
      ['txn_2', 'charge', '900.00', '2026-07-02 09:00', 'Invoice 7: Partner workshop'],
      ['txn_3', 'transfer', '-40.00', '2026-07-03 09:00', 'Affiliate payout to Lin'],
      ['txn_4', 'payment_reversal', '-25.00', '2026-07-04 09:00', 'Partner commission reversed'],
    ].map(([id = '', type = '', amount = '', at = '', description = '']) => ({
      id,
      Type: type,
      Source: `py_${id}`,
      Amount: amount,
      Fee: '0.00',
      Net: amount,
      Currency: 'eur',
      'Created (UTC)': at,
      Description: description,
    })),
    says: [
      ['txn_1', '2026-07-01T09:00:00Z', 'paid', null, 125_000, ''],
      ['txn_4', '2026-07-04T09:00:00Z', 'paid', null, -2500, ''],
    ],
    currency: 'EUR',
    left: [1, 2],
  },
  {
    id: 'stripe-itemized',
    network: 'Stripe',
    header:
      'balance_transaction_id,created_utc,created,currency,gross,net,fee,reporting_category,source_id,description,customer_facing_amount,customer_facing_currency,customer_id,charge_id,payment_intent_id,invoice_id,payment_method_type',
    delimiter: ',',
    rows: [
      ['txn_a', '3100', 'Referral commission for May'],
      ['txn_b', '5000', 'Logo design'],
    ].map(([id = '', gross = '', description = '']) => ({
      balance_transaction_id: id,
      created_utc: '2026-06-01 01:02:03',
      created: '2026-06-01 09:02:03',
      currency: 'jpy',
      gross,
      net: gross,
      fee: '0',
      reporting_category: 'charge',
      description,
    })),
    says: [['txn_a', '2026-06-01T01:02:03Z', 'paid', null, 3100, '']],
    currency: 'JPY',
    left: [1],
  },
  {
    id: 'paypal-activity',
    network: 'PayPal',
    header: 'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID',
    delimiter: ',',
    rows: [
      ['11/21/2026', 'Affiliate Payout', 'Completed', '12.34', '5AB'],
      ['11/22/2026', 'Express Checkout Payment', 'Completed', '500.00', '5AC'],
      ['11/23/2026', 'Partner Commission Payment', 'Pending', '2,000.00', '5AD'],
    ].map(([date = '', type = '', status = '', gross = '', id = '']) => ({
      Date: date,
      Time: '10:00:00',
      TimeZone: 'PST',
      Name: 'Pennywise',
      Type: type,
      Status: status,
      Currency: 'GBP',
      Gross: gross,
      Fee: '0.00',
      Net: gross,
      'Transaction ID': id,
    })),
    says: [
      ['5AB', '2026-11-21T18:00:00Z', 'paid', null, 1234, ''],
      ['5AD', '2026-11-23T18:00:00Z', 'pending', null, 200_000, ''],
    ],
    currency: 'GBP',
    left: [1],
  },
  {
    id: 'belboon-conversions',
    network: 'Belboon',
    header:
      'conversion_id;advertiser_id;advertiser_name;status;amount;commission;currency;conversion_date;click_date;confirmation_date;rejection_reason',
    delimiter: ';',
    rows: [
      ['9001', 'confirmed', '1.234,56', '98,76', '15.01.2026 10:30:00'],
      ['9002', 'open', '49,99', '4,00', '01.03.2026 14:00:00'],
      ['9003', 'cancelled', '500,00', '25,00', '05.02.2026 08:15:00'],
    ].map(([id = '', status = '', amount = '', commission = '', at = '']) => ({
      conversion_id: id,
      advertiser_id: '1001',
      advertiser_name: 'Buchladen',
      status,
      amount,
      commission,
      currency: 'EUR',
      conversion_date: at,
    })),
    says: [
      ['9001', '2026-01-15T02:30:00Z', 'approved', 123_456, 9876, ''],
      ['9002', '2026-03-01T06:00:00Z', 'pending', 4999, 400, ''],
      ['9003', '2026-02-05T00:15:00Z', 'reversed', 50_000, 2500, ''],
    ],
    currency: 'EUR',
  },
  {
    id: 'dub-commissions',
    network: 'Dub',
    header:
      'ID,Type,Amount,Earnings,Currency,Status,Invoice ID,Description,Quantity,Created at,Paid at,Updated at,Partner ID,Partner name,Partner email,Partner tenant ID,Customer ID,Customer name,Customer email,Customer external ID,Stripe customer ID',
    delimiter: ',',
    rows: [
      ['cm_1', '$1,099.00', '$329.70', 'processed'],
      ['cm_2', '$20.00', '$6.00', 'refunded'],
    ].map(([id = '', amount = '', earnings = '', status = '']) => ({
      ID: id,
      Type: 'sale',
      Amount: amount,
      Earnings: earnings,
      Currency: 'usd',
      Status: status,
      'Invoice ID': 'in_1',
      'Created at': '2026-05-01T12:30:00.500Z',
      'Updated at': '2026-05-02T12:30:00.000Z',
      'Partner name': 'Mira Chen',
    })),
    says: [
      ['cm_1', '2026-05-01T12:30:00.500Z', 'approved', 109_900, 32_970, ''],
      ['cm_2', '2026-05-01T12:30:00.500Z', 'reversed', 2000, 600, ''],
    ],
    currency: 'USD',
  },
  {
    id: 'gumroad-payouts',
    network: 'Gumroad',
    header:
      'Type,Date,Purchase ID,Item Name,Buyer Name,Buyer Email,Taxes ($),Shipping ($),Sale Price ($),Gumroad Fees ($),Net Total ($)',
    delimiter: ',',
    rows: [
      ['Affiliate Credit', '2026-04-01', '', '15.25'],
      ['Sale', '2026-04-02', 'abc==', '9.00'],
      ['Affiliate Credit', '2026-04-03', '', '-2.50'],
    ].map(([type = '', date = '', id = '', net = '']) => ({
      Type: type,
      Date: date,
      'Purchase ID': id,
      'Sale Price ($)': net,
      'Net Total ($)': net,
    })),
    says: [
      ['', '2026-03-31T16:00:00Z', 'paid', null, 1525, ''],
      ['', '2026-04-02T16:00:00Z', 'paid', null, -250, ''],
    ],
    currency: 'USD',
    left: [1],
  },
];

/** A table of cells as a file's text. */
export function csvOf(table: string[][], delimiter = ','): string {
  return Papa.unparse(table, { delimiter, newline: '\r\n' });
}

/** A sample's header and rows as cells. */
export function tableOf({ header, delimiter, rows }: ReportSample): string[][] {
  const titles = header.split(delimiter);
  return [titles, ...rows.map((row) => titles.map((title) => row[title] ?? ''))];
}
