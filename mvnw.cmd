@echo off
rem Runs Maven: an installed one when there is one, else the pinned release, checked against its digest.
setlocal
cd /d "%~dp0"
where mvn >nul 2>nul
if %errorlevel%==0 (
  call mvn %*
  exit /b %errorlevel%
)
for /f "tokens=1,2 delims==" %%a in (.mvn\wrapper\maven-wrapper.properties) do set "%%a=%%b"
set "MAVEN_DIST=%USERPROFILE%\.m2\wrapper\dists\%distributionSha256Sum%"
if not exist "%MAVEN_DIST%\bin\mvn.cmd" (
  powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $z=Join-Path $env:TEMP 'rapport-maven.zip'; Invoke-WebRequest $env:distributionUrl -OutFile $z; if ((Get-FileHash $z -Algorithm SHA256).Hash -ne $env:distributionSha256Sum) { throw 'The download does not match its digest' }; $d=Join-Path $env:TEMP 'rapport-maven'; Expand-Archive $z $d -Force; New-Item -ItemType Directory -Force (Split-Path $env:MAVEN_DIST) | Out-Null; Move-Item (Get-ChildItem $d | Select-Object -First 1).FullName $env:MAVEN_DIST"
  if errorlevel 1 exit /b 1
)
call "%MAVEN_DIST%\bin\mvn.cmd" %*
