import { digitsOf, grouped } from '../phone-digits.ts';

/** A receipt code in its groups, large, to be read out. */
export function CodeToRead({ code }: { readonly code: string }) {
  return (
    <output className="fingerprint">
      {grouped(digitsOf(code))
        .split(' ')
        .map((group, index) => (
          <span key={`${String(index)} ${group}`}>{group}</span>
        ))}
    </output>
  );
}
