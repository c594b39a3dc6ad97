export { Returns } from './returns';
export { describeApi } from './describe-api';
