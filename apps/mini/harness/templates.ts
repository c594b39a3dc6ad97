import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { BuiltPackage } from './package-files';

/** Where glass-easel's WXML differs from WeChat's classic one, the text is brought to the newer spelling. */
function toNewerSpelling(wxml: string): string {
  return (
    wxml
      .replace(/\s(capture-)?(bind|catch)([a-z]+)=/g, (_, capture = '', kind: string, event: string) => {
        return ` ${capture}${kind}:${event}=`;
      })
      // The classic framework turns any value of these into a boolean.
      .replace(/\s(checked|disabled|focus)="\{\{(.+?)\}\}"/g, ' $1="{{!!($2)}}"')
  );
}

/**
 * Compiles every template and WXS file of the package.
 *
 * @returns JavaScript text: an expression whose value maps a template's path (without `.wxml`) to its generator
 * @throws Error naming file and line when a template does not compile
 */
export function compileTemplates(built: BuiltPackage): string {
  const group = new TmplGroup();
  for (const file of built.filesEnding('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), built.text(file));
  for (const file of built.filesEnding('.wxml')) {
    const warnings = group.addTmpl(file.slice(0, -'.wxml'.length), toNewerSpelling(built.text(file))) as unknown[];
    const errors = (warnings ?? []).filter((warning) => (warning as { isError?: boolean }).isError);
    if (errors.length > 0) throw new Error(`${path.join(built.dir, file)}: ${JSON.stringify(errors[0])}`);
  }
  const generated = group.getTmplGenObjectGroups();
  group.free();
  return generated;
}
