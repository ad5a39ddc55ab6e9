type Rgb = readonly [red: number, green: number, blue: number];

const LIGHT_SURFACE: Rgb = [255, 255, 255];
const DARK_SURFACE: Rgb = [0x26, 0x2a, 0x31];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** What WCAG asks of small text. */
const READABLE = 4.5;

/** A style sheet that puts a company's colour in the place of ours, as far as it can be read there; `#rrggbb`. */
export function renderBrandColors(color: string): string {
  const [light, dark] = [LIGHT_SURFACE, DARK_SURFACE].map((surface) =>
    declarations(parseColor(color), surface),
  );
  return `:root{${light}}\n@media (prefers-color-scheme:dark){:root{${dark}}}\n`;
}

function declarations(color: Rgb, surface: Rgb): string {
  const strong = surface === LIGHT_SURFACE ? BLACK : WHITE;
  const link = readableOn(color, surface, strong);
  const faint = mix(surface, color, 0.12);
  const values = {
    '--sd-primary': css(color),
    '--sd-primary-strong': css(mix(color, contrast(color, WHITE) >= READABLE ? BLACK : WHITE, 0.2)),
    '--sd-on-primary': css(contrast(color, WHITE) >= READABLE ? WHITE : BLACK),
    '--sd-link': css(link),
    '--bs-link-color-rgb': link.join(', '),
    '--bs-link-hover-color-rgb': mix(link, strong, 0.3).join(', '),
    '--sd-own': css(mix(surface, color, 0.06)),
    '--sd-violet': css(readableOn(color, faint, strong)),
    '--sd-violet-bg': css(faint),
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

/** The colour, or as little darker or lighter as it takes to be read. */
function readableOn(color: Rgb, surface: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, towards, share);
    if (contrast(mixed, surface) >= READABLE) return mixed;
  }
  return towards;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

export function parseColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

function css(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
