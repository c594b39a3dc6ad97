import { defineRefusals } from './refusal';

/** Refusals every module may use. */
export const common = defineRefusals({
  malformed: { status: 400, title: '提交的内容有不对的地方，请按提示改一改。' },
  not_signed_in: { status: 401, title: '请先登录，再做这一步。' },
  forbidden: { status: 403, title: '您的身份不能做这一步。' },
  client_missing: { status: 403, title: '这个请求不是从本系统的页面发出的，没有处理。' },
  not_found: { status: 404, title: '没有找到您要的内容。' },
  method_not_allowed: { status: 405, title: '这个地址不支持这样的操作。' },
  request_timed_out: { status: 408, title: '网络太慢，内容没有传完，请换个信号好的地方再试。' },
  conflict: { status: 409, title: '这条记录刚刚被改动过，请刷新后再试。' },
  too_large: { status: 413, title: '提交的内容太大，请缩小后再传。' },
  headers_too_large: { status: 431, title: '请求的附带信息太长，请清除浏览器缓存后再试。' },
  unsupported_media_type: { status: 415, title: '不支持这种格式的内容。' },
  id_reused: { status: 422, title: '这个编号已经用在另一条内容上了，请重新填写后提交。' },
  too_many_requests: { status: 429, title: '操作太频繁了，请稍等一会儿再试。' },
  unexpected: { status: 500, title: '系统出了点问题，您填的内容没有丢，请稍后再试。' },
  unavailable: { status: 503, title: '系统正在恢复，请过几秒再试。' },
});
