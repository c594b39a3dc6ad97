import { openMiniProgram } from './phone';
test('x', async () => {
  const t = Date.now();
  const phone = await openMiniProgram({ dist: '/tmp/tapp/dist/weapp', apiBase: 'http://127.0.0.1:9' });
  try {
    await phone.open('pages/index/index?code=AB');
    console.log(phone.text(), phone.errors, Date.now() - t);
    await phone.tap('加一');
    console.log((phone as any).top.element.outerHTML.slice(0, 3000));
    await phone.type('姓名', '王');
    console.log(phone.text());
    await phone.sign();
    await phone.tap('导出');
    await phone.tap('量');
    await phone.tap('行3');
    await phone.sees('第3次');
    console.log(phone.text());
    await phone.tap('去门');
    await phone.tap('开');
    await phone.sees('门 7 1');
    await phone.tap('回');
    await phone.sees('shown=2');
    await phone.tap('请求');
    await phone.sees('request:fail');
    console.log(phone.text(), phone.errors, Date.now() - t);
  } finally {
    phone.close();
  }
});
