/** What a stored text would do if a page took it for more than text; `ran` is watched by the pages' own browser. */
export const SHORT = '"><img src=x onerror=ran()>';
/** For names and the like: also a cell that a spreadsheet would compute. */
export const NAME = `=1+1${SHORT}`;
/** A name of thirty characters that starts a program from a spreadsheet. */
export const COMMAND = `=cmd|' /C calc'!A0`;
/** For everything longer: tags, a template, an address that is a script, formulas, and a turn of the writing direction. */
export const LONG = `=HYPERLINK("http://evil.example")${SHORT}<script>ran()</script>{{7*7}}javascript:ran()//@SUM(1+1)\u202Egpj`;

/** For a name that stands before or inside brackets. */
export const BARE = '<svg onload=ran>';

const PLANTED = [SHORT, COMMAND, BARE];

/** Whether a text is one of ours. */
export const isPlanted = (value: unknown): boolean =>
  typeof value === 'string' && PLANTED.some((each) => value.includes(each));
