@echo off
rem Starts hjk on Windows, from the folder that it was installed in.
setlocal DisableDelayedExpansion
for %%f in ("%~dp0..") do set "hjk_home=%%~ff"

set hjk_java=
call :try "%HJK_JAVA_HOME%"
if defined HJK_JAVA_HOME if not defined hjk_java (
	echo error: HJK_JAVA_HOME names a folder without Java 25 or later>&2
	echo hint: point it to the home of a JDK 25, the folder that holds bin and release, or unset it>&2
	exit /b 4
)
call :try "%JAVA_HOME%"
set hjk_found=
for %%p in (java.exe) do set "hjk_found=%%~dp$PATH:p"
if defined hjk_found call :try "%hjk_found%.."
if not defined hjk_java (
	echo error: hjk needs Java 25 or later and found none>&2
	echo hint: install a JDK 25 ^(for example Eclipse Temurin^), or point HJK_JAVA_HOME to one>&2
	exit /b 4
)

rem Java would take options for other programs for its own. Programs that hjk starts get back what is set aside here.
for %%v in (JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JDK_AOT_VM_OPTIONS CLASSPATH _JAVA_LAUNCHER_DEBUG IBM_JAVA_OPTIONS OPENJ9_JAVA_OPTIONS) do if defined %%v call :set_aside %%v

rem A script cannot tell which streams are a terminal: Java does. A cache is of the system that it was made on.
"%hjk_java%\bin\java.exe" ^
	-Xlog:disable ^
	-XX:CompileThresholdScaling=10 -XX:+UseSerialGC -XX:-UsePerfData -Xmx256m ^
	-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions ^
	-Xms12m -XX:TrimNativeHeapInterval=5000 -XX:ArchiveRelocationMode=0 ^
	--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
	-Djava.awt.headless=true -Dspring.aot.enabled=true -XX:-PrintWarnings ^
	"-Dheadjack.home=%hjk_home%" ^
	%HJK_JAVA_OPTS% -cp "%hjk_home%\lib\headjack.jar" com.headjack.HeadjackApplication %*
exit /b %errorlevel%

rem Renames a variable.
:set_aside
for /f "tokens=1* delims==" %%a in ('set %1') do if /i "%%a"=="%1" set "HJK_USER_%1=%%b"
set %1=
exit /b

rem Sets hjk_java to a home, unless it is set, if that is of Java 25 or later.
:try
if defined hjk_java exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set hjk_version=
for /f "usebackq tokens=1,2 delims==." %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set hjk_version=%%b
if not defined hjk_version exit /b
set hjk_version=%hjk_version:"=%
if %hjk_version% GEQ 25 for %%f in ("%~1") do set "hjk_java=%%~ff"
exit /b
