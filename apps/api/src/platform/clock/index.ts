export { Clock, shanghaiDate, SystemClock } from './clock';
