/** A part of a rule's sentence: words, or a place for a value of the rule. */
export type SentencePart =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'value'; readonly field: RuleValue };

/** Values of a rule that stand inside its sentence. */
const ruleValues = ['number', 'counter', 'skill'] as const;
export type RuleValue = (typeof ruleValues)[number];

/** Splits 两次值班之间至少休息 #number# 小时 into its words and places. */
export function sentenceParts(sentence: string): readonly SentencePart[] {
  return sentence
    .split(/(#\w+#)/)
    .filter((piece) => piece !== '')
    .map((piece): SentencePart => {
      const field = ruleValues.find((name) => piece === `#${name}#`);
      return field === undefined ? { kind: 'words', text: piece } : { kind: 'value', field };
    });
}
