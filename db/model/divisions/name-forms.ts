/** Committees a village is officially named after, and their short forms. */
const committee = /(?:居民委员会|居委会|村民委员会|村委会)$/;

/**
 * Names a division may officially bear when an office writes it as `written`: 虎门寨, 虎门寨社区, 虎门寨居委会 all stand
 * for 虎门寨社区居民委员会; 大宁 and 大宁村 for 大宁村民委员会; 虎门 for 虎门镇. The caller takes one only when it is the
 * only one that exists.
 */
export function divisionNameForms(written: string): readonly string[] {
  const said = asSaid(written);
  const endings = ['', '居民委员会', '居委会', '村民委员会', '村委会'];
  const forms = new Set(['', '社区', '村'].flatMap((kind) => endings.map((ending) => said + kind + ending)));
  if (said.endsWith('社区')) forms.add(said.slice(0, -2) + '居民委员会').add(said.slice(0, -2) + '居委会');
  if (said.endsWith('村')) forms.add(`${said}民委员会`).add(`${said}委会`);
  if (said === written) forms.add(`${said}镇`).add(`${said}街道`);
  return [...forms];
}

/** What a village is called in speech: without the committee, but still telling a community (社区) from a village (村). */
export function asSaid(written: string): string {
  const ending = committee.exec(written)?.[0];
  if (ending === undefined) return written;
  const kind = ending.startsWith('村') ? '村' : '社区';
  const stem = written.slice(0, -ending.length);
  return stem.endsWith(kind) ? stem : stem + kind;
}
