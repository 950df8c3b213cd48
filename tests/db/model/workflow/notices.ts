/** One line of a notice: the days off, first and last, and the weekends worked for them. Days are `month-day`. */
interface Line {
  readonly holiday: string;
  readonly off: readonly [first: string, last: string];
  readonly worked: readonly string[];
}

/** A notice of the General Office of the State Council, typed in from its text. */
interface Notice {
  readonly year: number;
  readonly title: string;
  readonly number: string;
  readonly lines: readonly Line[];
}

const line = (holiday: string, off: Line['off'], worked: readonly string[] = []): Line => ({
  holiday,
  off,
  worked,
});

/**
 * The notices for 2024–2026, typed in by hand from their published texts and from nothing the program ships. Where a
 * notice says 与周末连休 (joined with the weekend) only the day named is off; the weekend is off anyway.
 */
export const notices: readonly Notice[] = [
  {
    year: 2024,
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    number: '国办发明电〔2023〕7号',
    lines: [
      line('元旦', ['01-01', '01-01']),
      line('春节', ['02-10', '02-17'], ['02-04', '02-18']),
      line('清明节', ['04-04', '04-06'], ['04-07']),
      line('劳动节', ['05-01', '05-05'], ['04-28', '05-11']),
      line('端午节', ['06-10', '06-10']),
      line('中秋节', ['09-15', '09-17'], ['09-14']),
      line('国庆节', ['10-01', '10-07'], ['09-29', '10-12']),
    ],
  },
  {
    year: 2025,
    title: '国务院办公厅关于2025年部分节假日安排的通知',
    number: '国办发明电〔2024〕12号',
    lines: [
      line('元旦', ['01-01', '01-01']),
      line('春节', ['01-28', '02-04'], ['01-26', '02-08']),
      line('清明节', ['04-04', '04-06']),
      line('劳动节', ['05-01', '05-05'], ['04-27']),
      line('端午节', ['05-31', '06-02']),
      line('国庆节、中秋节', ['10-01', '10-08'], ['09-28', '10-11']),
    ],
  },
  {
    year: 2026,
    title: '国务院办公厅关于2026年部分节假日安排的通知',
    number: '国办发明电〔2025〕7号',
    lines: [
      line('元旦', ['01-01', '01-03'], ['01-04']),
      line('春节', ['02-15', '02-23'], ['02-14', '02-28']),
      line('清明节', ['04-04', '04-06']),
      line('劳动节', ['05-01', '05-05'], ['05-09']),
      line('端午节', ['06-19', '06-21']),
      line('中秋节', ['09-25', '09-27']),
      line('国庆节', ['10-01', '10-07'], ['09-20', '10-10']),
    ],
  },
];
