import SignaturePad from 'signature_pad';

/**
 * Lets a partner draw the name beside typing it. The page works without this script; with it, strokes are kept in the
 * form as whole numbers inside a fixed box, so that turning the phone only redraws them.
 */
type Strokes = [number, number][][];

const mostStrokes = 60;
const mostPointsPerStroke = 300;
const mostPoints = 5000;

const area = document.getElementById('drawing');
const canvas = document.getElementById('drawing-canvas');
const clear = document.getElementById('drawing-clear');
const field = document.querySelector('input[name="strokes"]');
if (area && canvas instanceof HTMLCanvasElement && clear && field instanceof HTMLInputElement) {
  start(area, canvas, clear, field);
}

function start(
  area: HTMLElement,
  canvas: HTMLCanvasElement,
  clear: HTMLElement,
  field: HTMLInputElement,
): void {
  const box = { width: Number(canvas.dataset['width']), height: Number(canvas.dataset['height']) };
  const pad = new SignaturePad(canvas, { penColor: '#12306b', minWidth: 1, maxWidth: 2.6 });
  let strokes = read(field.value);

  const fit = (): void => {
    const ratio = Math.max(window.devicePixelRatio, 1);
    const width = canvas.clientWidth;
    const height = (width * box.height) / box.width;
    canvas.style.height = `${String(height)}px`;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.getContext('2d')?.scale(ratio, ratio);
    const scale = width / box.width;
    pad.clear();
    pad.fromData(
      strokes.map((points) => ({
        penColor: '#12306b',
        dotSize: 0,
        minWidth: 1,
        maxWidth: 2.6,
        velocityFilterWeight: 0.7,
        compositeOperation: 'source-over' as const,
        points: points.map(([x, y], index) => ({
          x: x * scale,
          y: y * scale,
          pressure: 0.5,
          time: index * 16,
        })),
      })),
    );
  };

  area.hidden = false;
  fit();
  let width = canvas.clientWidth;
  new ResizeObserver(() => {
    if (canvas.clientWidth === width) return;
    width = canvas.clientWidth;
    fit();
  }).observe(area);
  pad.addEventListener('endStroke', () => {
    const scale = box.width / canvas.clientWidth;
    const drawn = pad
      .toData()
      .map(({ points }) =>
        points.map(({ x, y }): [number, number] => [
          within(x * scale, box.width),
          within(y * scale, box.height),
        ]),
      );
    strokes = thin(drawn);
    field.value = strokes.length === 0 ? '' : JSON.stringify(strokes);
  });
  clear.addEventListener('click', () => {
    strokes = [];
    field.value = '';
    pad.clear();
  });
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}

/** Leaves out points until the drawing is small enough to send; its shape stays. */
function thin(drawn: Strokes): Strokes {
  const kept = drawn.slice(0, mostStrokes);
  const total = kept.reduce((sum, points) => sum + points.length, 0);
  return kept.map((points) => {
    const most = Math.max(
      2,
      Math.min(mostPointsPerStroke, Math.floor((points.length * mostPoints) / Math.max(total, 1))),
    );
    const step = Math.max(1, Math.ceil(points.length / most));
    return points.filter((_, index) => index % step === 0 || index === points.length - 1);
  });
}

function read(text: string): Strokes {
  try {
    return text === '' ? [] : (JSON.parse(text) as Strokes);
  } catch {
    return [];
  }
}
