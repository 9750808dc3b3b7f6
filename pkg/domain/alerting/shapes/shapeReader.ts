export { shapeReader } from '../../../lib/shapes/shapeReader';
