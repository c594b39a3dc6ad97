import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What WeChat downloads: the built folder, read as the framework reads it. */
export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  window?: Record<string, unknown>;
}

/** A built mini-program on disk. Paths are relative to the folder, with `/`. */
export class BuiltPackage {
  readonly appConfig: AppConfig;

  constructor(readonly dir: string) {
    if (!existsSync(path.join(dir, 'app.json'))) {
      throw new Error(`No built mini-program in ${dir}. Run: npm run build:weapp`);
    }
    this.appConfig = this.json('app.json') as AppConfig;
  }

  /** Every page of the main package and of the subpackages, in the order of app.json. */
  get pages(): string[] {
    const inSubpackages = (this.appConfig.subPackages ?? []).flatMap((sub) =>
      sub.pages.map((page) => `${sub.root.replace(/\/$/, '')}/${page}`),
    );
    return [...this.appConfig.pages, ...inSubpackages];
  }

  has(file: string): boolean {
    return existsSync(path.join(this.dir, file));
  }

  text(file: string): string {
    return readFileSync(path.join(this.dir, file), 'utf8');
  }

  json(file: string): unknown {
    return JSON.parse(this.text(file));
  }

  /** All files whose name ends so, sorted. */
  filesEnding(...endings: string[]): string[] {
    return this.allFiles().filter((file) => endings.some((ending) => file.endsWith(ending)));
  }

  /** Size in bytes of the main package (`''`) and of each subpackage root, as WeChat counts them. */
  sizes(): Map<string, number> {
    const roots = (this.appConfig.subPackages ?? []).map((sub) => sub.root.replace(/\/$/, ''));
    const sizes = new Map<string, number>([['', 0], ...roots.map((root) => [root, 0] as [string, number])]);
    for (const file of this.allFiles()) {
      const root = roots.find((each) => file.startsWith(`${each}/`)) ?? '';
      sizes.set(root, (sizes.get(root) ?? 0) + statSync(path.join(this.dir, file)).size);
    }
    return sizes;
  }

  private allFiles(folder = ''): string[] {
    return readdirSync(path.join(this.dir, folder), { withFileTypes: true })
      .flatMap((entry) => {
        const file = folder ? `${folder}/${entry.name}` : entry.name;
        return entry.isDirectory() ? this.allFiles(file) : [file];
      })
      .sort();
  }
}
