/**
 * Compiles a built mini-program with WeChat's own compiler, offline: an appid and a key that belong to nobody are
 * enough, because nothing is uploaded. Run as a process of its own, which ends when the compiler has answered.
 *   node compile-package.cjs <project folder> <scratch folder>
 * Prints {"ok":true} or {"ok":false,"message":…}.
 */
const { generateKeyPairSync } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const ci = require('miniprogram-ci');

const [projectPath, scratch] = process.argv.slice(2);

async function compile() {
  const privateKeyPath = path.join(scratch, 'nobody.key');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  writeFileSync(privateKeyPath, privateKey);
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  });
  // The only thing it would ask WeChat's servers for.
  project.attr = async () => ci.DefaultProjectAttr;
  await ci.getCompiledResult(
    { project, version: '0.0.0', setting: { es6: false, minify: false }, onProgressUpdate() {} },
    path.join(scratch, 'package.zip'),
  );
}

function answer(result) {
  process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
}

compile().then(
  () => answer({ ok: true }),
  (error) => answer({ ok: false, message: String(error && error.message) }),
);
