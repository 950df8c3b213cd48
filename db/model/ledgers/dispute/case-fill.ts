import { yearOf } from '../../calendar/day-arithmetic.ts';
import type { Values } from '../../field-kind.ts';
import { confirmLimit } from './case-days.ts';
import { caseNumber, readCaseNumber } from './case-number.ts';

/**
 * Fill of a mediation case: year and text of its number, the days left for the court, and what is still due. A number that came with an old case tells its year and place.
 */
export const fillCase = (row: Values): Values => ({
  ...row,
  status: row['status'] ?? '10',
  ...numberOf(row),
  ...duesOf(row),
});

function numberOf(row: Values): Values {
  const known = readCaseNumber(text(row, 'case_no') ?? '');
  const case_year = row['case_year'] ?? known?.year ?? registeredIn(row);
  const serial = row['serial'] ?? known?.serial ?? null;
  const org_sign = row['org_sign'] ?? (known?.sign || null);
  return {
    case_year,
    serial,
    org_sign,
    case_no: text(row, 'case_no') ?? made({ case_year, serial, org_sign }),
  };
}

function registeredIn(row: Values): number | null {
  const registered = text(row, 'registered_on');
  return registered === null ? null : yearOf(registered);
}

function made({ case_year, serial, org_sign }: Values): string | null {
  if (typeof org_sign !== 'string' || typeof case_year !== 'number' || typeof serial !== 'number')
    return null;
  return caseNumber({ sign: org_sign, year: case_year, serial });
}

function duesOf(row: Values): Values {
  const agreed = text(row, 'agreed_on');
  const isConfirming = row['confirm_wanted'] === true && text(row, 'confirm_applied_on') === null;
  return {
    perform_due: row['performance'] === '1' ? null : text(row, 'perform_by'),
    visit_due: text(row, 'last_visit_on') === null ? text(row, 'visit_by') : null,
    confirm_due: isConfirming && agreed !== null ? confirmLimit(agreed) : null,
  };
}

function text(row: Values, name: string): string | null {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
