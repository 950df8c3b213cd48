import { ledgerById } from '../../model/registry.ts';
import { words } from '../../model/localized.ts';
import { chinaMinute } from '../../model/office-time.ts';
import type { Sent } from '../../model/sync/sync-node.ts';
import type { Caller } from '../../store/api.ts';
import { html, type SafeHtml } from './escape-html.ts';
import { pageHtml, type PrintDocument } from './page-html.ts';
import { printedBy } from './printed-at.ts';

const phrases = {
  title: words('数据包交接单', 'Hand-over slip of a package'),
  receiptTitle: words('回执交接单', 'Hand-over slip of a receipt'),
  number: words('第 {n} 包', 'Package {n}'),
  receiptNumber: words('第 {n} 号回执', 'Receipt {n}'),
  sender: words('移交单位', 'From'),
  receiver: words('接收单位', 'To'),
  kind: words('种类', 'Kind'),
  kinds: {
    increment: words('增量数据包', 'Changes'),
    'give-back': words('增量及归还数据包', 'Changes and what is given back'),
    receipt: words('回执', 'Receipt'),
  },
  rounds: words('包含批次', 'Rounds'),
  series: words('序列号', 'Series'),
  file: words('文件名', 'File'),
  size: words('大小', 'Size'),
  bytes: words('{n} 字节', '{n} bytes'),
  stick: words('U盘编号', 'Stick'),
  unregistered: words('未登记', 'not registered'),
  by: words('制作人', 'Written by'),
  approvedBy: words('审批人', 'Approved by'),
  at: words('制作时间', 'Written at'),
  verified: words('写后核对', 'Read back'),
  verifiedAs: {
    uncached: words('已从U盘读回，逐字节一致', 'Read back from the stick, every byte the same'),
    cached: words(
      '已写入并读回一致（系统缓存，未能直读U盘）',
      'Read back the same, from the memory of the system only',
    ),
  },
  digest: words('校验码', 'Digest'),
  digestNote: words(
    '接收时与程序显示的校验码逐组核对（SHA-256）',
    'To be compared, group by group, with the one the program shows (SHA-256)',
  ),
  counts: words('内容', 'Content'),
  ledger: words('台账', 'Ledger'),
  rows: words('条数', 'Records'),
  total: words('合计', 'Total'),
  nothing: words('不含台账记录', 'No records'),
  handover: words('交接', 'Hand-over'),
  gives: words('交件人', 'Handed over by'),
  takes: words('收件人', 'Received by'),
  signature: words('签名', 'Signature'),
  time: words('时间', 'Time'),
  when: words('　　　　年　　月　　日　　时　　分', '____-__-__  __:__'),
  remark: words('备注', 'Remarks'),
  codes: words('代码表', 'Code tables'),
  files: words('附件', 'Attachments'),
  copies: words('本单一式两份，移交单位、接收单位各存一份', 'Two copies: one stays with each office'),
} as const;

/** What a hand-over slip is made from. */
export interface HandoverInput {
  readonly sent: Sent;
  /** Names of the two offices. */
  readonly sender: string;
  readonly receiver: string;
  readonly caller: Caller;
  readonly now: Date;
}

/**
 * The slip (交接单) that goes with a stick: which package it is, what is in it, who hands it to whom. The digest is printed in
 * groups of four, so that two people can compare it aloud.
 */
export function handoverDocument({ sent, sender, receiver, caller, now }: HandoverInput): PrintDocument {
  const { language } = caller;
  const isReceipt = sent.kind === 'receipt';
  const title = (isReceipt ? phrases.receiptTitle : phrases.title)[language];
  const number = (isReceipt ? phrases.receiptNumber : phrases.number)[language].replace(
    '{n}',
    String(sent.to),
  );
  const printed = printedBy(now, caller);
  return pageHtml(
    {
      language,
      title,
      town: sender,
      subject: `${number}　${sender} → ${receiver}`,
      facts: [printed],
      footer: `${sender}　${title}　${number}　${printed}`,
      landscape: false,
      isPractice: false,
    },
    [factsTable({ sent, sender, receiver }, language), countsTable(sent, language), signatures(language)],
  );
}

type Language = Caller['language'];
type Row = readonly [label: string, text: string, label: string, text: string];

function factsTable(
  { sent, sender, receiver }: Pick<HandoverInput, 'sent' | 'sender' | 'receiver'>,
  language: Language,
): SafeHtml {
  const rounds = sent.from === sent.to ? String(sent.to) : `${String(sent.from)}–${String(sent.to)}`;
  const size = phrases.bytes[language].replace('{n}', grouped(sent.bytes));
  const stick = sent.stick === '' ? phrases.unregistered[language] : sent.stick;
  const at = chinaMinute(new Date(sent.at));
  const rows: readonly Row[] = [
    [phrases.sender[language], sender, phrases.receiver[language], receiver],
    [phrases.kind[language], phrases.kinds[sent.kind][language], phrases.rounds[language], rounds],
    [phrases.series[language], sent.series.slice(0, SERIES_SHOWN), phrases.size[language], size],
    [phrases.at[language], at, phrases.stick[language], stick],
    [phrases.by[language], sent.by, phrases.approvedBy[language], sent.approvedBy],
  ];
  return html`${styles}
    <table class="slip">
      ${rows.map(
        ([label, text, other, otherText]) =>
          html`<tr>
            <th>${label}</th>
            <td>${text}</td>
            <th>${other}</th>
            <td>${otherText}</td>
          </tr>`,
      )}
      <tr>
        <th>${phrases.file[language]}</th>
        <td class="wide" colspan="3">${baseName(sent.file)}</td>
      </tr>
      <tr>
        <th>${phrases.verified[language]}</th>
        <td class="wide" colspan="3">${phrases.verifiedAs[sent.verified][language]}</td>
      </tr>
      <tr>
        <th>${phrases.digest[language]}</th>
        <td class="wide" colspan="3">
          <div class="digest">${inGroups(sent.digest)}</div>
          <div class="none">${phrases.digestNote[language]}</div>
        </td>
      </tr>
    </table>`;
}

function countsTable({ counts }: Sent, language: Language): SafeHtml {
  const entries = Object.entries(counts).filter(([, count]) => count > 0);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  const label = (ledger: string): string =>
    ledgerById.get(ledger)?.label[language] ??
    (ledger === '$codes' ? phrases.codes : ledger === '$files' ? phrases.files : words(ledger, ledger))[
      language
    ];
  if (entries.length === 0)
    return html`<h2>${phrases.counts[language]}</h2>
      <p class="none">${phrases.nothing[language]}</p>`;
  return html`<h2>${phrases.counts[language]}</h2>
    <table class="list">
      <thead>
        <tr>
          <th>${phrases.ledger[language]}</th>
          <th>${phrases.rows[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          ([ledger, count]) =>
            html`<tr>
              <td>${label(ledger)}</td>
              <td class="number">${grouped(count)}</td>
            </tr>`,
        )}
        <tr>
          <th>${phrases.total[language]}</th>
          <td class="number">${grouped(total)}</td>
        </tr>
      </tbody>
    </table>`;
}

function signatures(language: Language): SafeHtml {
  const line = (who: string): SafeHtml =>
    html`<tr>
      <th>${who}</th>
      <td></td>
      <th>${phrases.signature[language]}</th>
      <td></td>
      <th>${phrases.time[language]}</th>
      <td>${phrases.when[language]}</td>
    </tr>`;
  return html`<h2>${phrases.handover[language]}</h2>
    <table class="sign">
      <colgroup>
        <col style="width:11%" />
        <col style="width:18%" />
        <col style="width:10%" />
        <col style="width:18%" />
        <col style="width:10%" />
        <col style="width:33%" />
      </colgroup>
      ${line(phrases.gives[language])} ${line(phrases.takes[language])}
      <tr>
        <th>${phrases.remark[language]}</th>
        <td colspan="5"></td>
      </tr>
    </table>
    <p class="none">${phrases.copies[language]}</p>`;
}

const styles = html`<style>
  .slip th {
    width: 16%;
  }
  .slip td {
    width: 34%;
  }
  .slip .wide {
    width: auto;
    white-space: normal;
  }
  .digest {
    font-family: 'Consolas', 'DejaVu Sans Mono', monospace;
    width: 40ch;
  }
  .sign td {
    height: 11mm;
    vertical-align: middle;
  }
  .sign th {
    vertical-align: middle;
  }
</style>`;

/** A series is random; its first characters tell two apart. */
const SERIES_SHOWN = 8;

const inGroups = (hex: string): string => (hex.match(/.{1,4}/g) ?? []).join(' ');
const grouped = (count: number): string => count.toLocaleString('en-US');
const baseName = (file: string): string => file.split(/[/\\]/).at(-1) ?? file;
