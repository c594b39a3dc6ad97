export { cleanDrawing, cleanPhoto } from './clean-image';
export { readImageHeader, type ImageHeader } from './image-header';
