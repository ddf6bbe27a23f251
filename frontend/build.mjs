// Builds the stylesheet and the scripts that the pages load.
//
//   node build.mjs [FOLDER]
//
// FOLDER is where the files that are served go; it is made anew. The default is kittiwake/ui/static/ui/built.
// axe, which only tests load, goes to frontend/build, which is never served.

import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import * as esbuild from 'esbuild'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const served = resolve(process.argv[2] ?? join(here, '../kittiwake/ui/static/ui/built'))
const forTests = join(here, 'build')
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari15.6']

// What a council's service must not show: the typeface, crown, crest and logo belong to GOV.UK.
const notOurs = /GDS Transport|crest|crown|govuk-logo|govuk-header__logo/i

// Sass writes one rule a block, so whole rules can be left out before the file is made small.
function withoutLogos (css) {
  const blocks = css.split(/(?<=^\}\n)/m)
  const kept = blocks.filter((block) => !/\.govuk-footer__(copyright-logo|crown)/.test(block))
  if (kept.length === blocks.length) throw new Error('Found no crest to leave out: has govuk-frontend changed?')
  return kept.join('')
}

async function buildStyles () {
  const { css } = sass.compile(join(here, 'scss/kittiwake.scss'), {
    loadPaths: [here, join(here, 'node_modules')],
    charset: false
  })
  await esbuild.build({
    stdin: { contents: withoutLogos(css), loader: 'css', resolveDir: here },
    outfile: join(served, 'kittiwake.css'),
    bundle: true,
    minify: true,
    target: browsers,
    loader: { '.svg': 'file' },
    assetNames: '[name]',
    legalComments: 'none',
    logLevel: 'warning'
  })
  const found = readFileSync(join(served, 'kittiwake.css'), 'utf8').match(notOurs)
  if (found) throw new Error(`The stylesheet still has "${found[0]}", which is GOV.UK's own`)
}

async function buildScripts () {
  await esbuild.build({
    entryPoints: ['kittiwake.js', 'sending.js', 'supported.js'].map((name) => join(here, 'js', name)),
    outdir: served,
    bundle: true,
    minify: true,
    format: 'esm',
    target: browsers,
    legalComments: 'none',
    logLevel: 'warning'
  })
}

rmSync(served, { recursive: true, force: true })
mkdirSync(served, { recursive: true })
mkdirSync(forTests, { recursive: true })
await buildStyles()
await buildScripts()
copyFileSync(join(here, 'licences.txt'), join(served, 'licences.txt'))
copyFileSync(join(here, 'node_modules/axe-core/axe.min.js'), join(forTests, 'axe.min.js'))
