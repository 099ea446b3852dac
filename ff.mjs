import {spawn} from 'node:child_process'; import {mkdtempSync,rmSync,existsSync,readFileSync,writeFileSync} from 'node:fs'; import {connect} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'
const dir=mkdtempSync('/tmp/cf/ffp-')
writeFileSync(dir+'/user.js',['user_pref("marionette.port", 0);','user_pref("browser.shell.checkDefaultBrowser", false);','user_pref("app.update.disabledForTesting", true);','user_pref("toolkit.telemetry.enabled",false);'].join('\n'))
const t0=Date.now()
const child=spawn('firefox-esr',['--headless','--marionette','--remote-allow-system-access','--no-remote','--profile',dir,'about:blank'],{stdio:['ignore','pipe','pipe']})
let err=''; child.stderr.on('data',d=>err+=d); child.stdout.on('data',d=>err+=d)
let port; for(let i=0;i<200&&!port;i++){ if(existsSync(dir+'/MarionetteActivePort')) port=Number(readFileSync(dir+'/MarionetteActivePort','utf8')); await sleep(100)}
console.log('port',port,Date.now()-t0)
const s=connect(port,'127.0.0.1'); let buf=Buffer.alloc(0); const waiting=new Map(); let hello
const helloP=new Promise(r=>hello=r)
s.on('data',d=>{buf=Buffer.concat([buf,d]);for(;;){const c=buf.indexOf(0x3a); if(c<0)return; const n=Number(buf.subarray(0,c)); if(buf.length<c+1+n)return; const m=JSON.parse(buf.subarray(c+1,c+1+n).toString()); buf=buf.subarray(c+1+n); if(!Array.isArray(m))hello(m); else {const [,id,e,r]=m; const w=waiting.get(id); waiting.delete(id); e?w.rej(new Error(JSON.stringify(e).slice(0,400))):w.res(r)}}})
let id=0; const send=(name,params={})=>new Promise((res,rej)=>{const m=JSON.stringify([0,++id,name,params]);waiting.set(id,{res,rej});s.write(`${Buffer.byteLength(m)}:${m}`)})
console.log(await helloP)
try {
const ses=await send('WebDriver:NewSession',{capabilities:{alwaysMatch:{}}}); console.log(ses.capabilities.browserVersion, Date.now()-t0)
console.log(await send('WebDriver:SetWindowRect',{width:1280,height:900}))
let t=Date.now(); await send('WebDriver:Navigate',{url:'http://localhost:4555/reports/2026-10/'}); console.log('nav',Date.now()-t)
console.log(await send('WebDriver:ExecuteScript',{script:'return [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, document.body.innerText.length]',args:[]}))
await send('Marionette:SetContext',{value:'chrome'})
await send('WebDriver:ExecuteScript',{script:'Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", 0)',args:[]})
await send('Marionette:SetContext',{value:'content'})
console.log(await send('WebDriver:ExecuteScript',{script:'return [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, document.body.innerText.length]',args:[]}))
t=Date.now(); const pdf=await send('WebDriver:Print',{page:{width:21,height:29.7}}); writeFileSync('/tmp/cf/ff.pdf',Buffer.from(pdf.value,'base64')); console.log('print',Date.now()-t,pdf.value.length)
const els=await send('WebDriver:FindElements',{using:'css selector',value:'figure, figure svg, table'});
for (const e of els){ const v=Object.values(e)[0]; console.log(JSON.stringify(await send('WebDriver:GetComputedRole',{id:v})), JSON.stringify(await send('WebDriver:GetComputedLabel',{id:v})).slice(0,150)) }
} catch(e){console.log('ERR',e.message)}
await send('Marionette:Quit',{flags:['eForceQuit']}).catch(e=>console.log(e.message)); await new Promise(r=>child.on('exit',r)); rmSync(dir,{recursive:true,force:true}); console.log(Date.now()-t0)
