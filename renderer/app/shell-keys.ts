/** What a key asks of the shell. */
export type ShellCommand =
  | { readonly do: 'search' | 'help' | 'close' | 'lock' | 'exchange' }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'area'; readonly index: number };

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'
>;

/** The command of a key of the shell, `null` for keys that belong to others. Nothing while an input method composes. */
export function shellCommand(press: KeyPress): ShellCommand | null {
  if (press.isComposing || press.metaKey) return null;
  if (press.key === 'F1') return { do: 'help' };
  if (press.altKey) return press.ctrlKey ? null : areaCommand(press.code);
  return press.ctrlKey ? controlCommand(press) : null;
}

/** By position on the keyboard: Alt with a digit types other characters in some layouts. */
function areaCommand(code: string): ShellCommand | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit === undefined) return null;
  return digit === '0' ? { do: 'exchange' } : { do: 'area', index: Number(digit) - 1 };
}

function controlCommand({ key, shiftKey }: KeyPress): ShellCommand | null {
  switch (key) {
    case 'k':
    case 'K':
      return shiftKey ? null : { do: 'search' };
    case 'w':
      return { do: 'close' };
    case 'L':
      return shiftKey ? { do: 'lock' } : null;
    case 'Tab':
      return { do: 'step', by: shiftKey ? -1 : 1 };
    case 'PageDown':
      return { do: 'step', by: 1 };
    case 'PageUp':
      return { do: 'step', by: -1 };
    default:
      return null;
  }
}
