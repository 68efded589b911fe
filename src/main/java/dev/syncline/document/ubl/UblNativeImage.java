package dev.syncline.document.ubl;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a native image would leave out of ph-ubl and the parsers below it, as it is made by name at run time: adapters of
 * dates and texts, services of the ph-* libraries, factories of the JDK. The classes of the documents themselves are named in
 * {@code META-INF/native-image}, schemas and service files are listed in {@code quarkus.native.resources.includes}.
 */
@RegisterForReflection(
        classNames = {
            "com.helger.jaxb.adapter.AdapterXMLOffsetDate",
            "com.helger.jaxb.adapter.AdapterXMLOffsetDateTime",
            "com.helger.jaxb.adapter.AdapterXMLOffsetTime",
            "com.helger.base.cleanup.BaseCleanUpRegistrarSPI",
            "com.helger.base.thirdparty.ThirdPartyModuleProvider_ph_base",
            "com.helger.cache.cleanup.CacheCleanUpRegistrarSPI",
            "com.helger.datetime.typeconvert.DateTimeTypeConverterRegistrar",
            "com.helger.io.typeconvert.IOTypeConverterRegistrar",
            "com.helger.mime.cleanup.MimeCleanUpRegistrarSPI",
            "com.helger.text.cleanup.TextCleanUpRegistrarSPI",
            "com.helger.text.typeconvert.LocaleTypeConverterRegistrar",
            "com.helger.typeconvert.cleanup.TypeConvertCleanUpRegistrarSPI",
            "com.helger.typeconvert.spi.BaseTypeConverterRegistrar",
            "com.helger.typeconvert.spi.CharsetTypeConverterRegistrar",
            "com.helger.typeconvert.spi.CollectionTypeConverterRegistrar",
            "com.helger.typeconvert.spi.MutableTypeConverterRegistrar",
            "com.helger.xml.cleanup.XMLCleanUpRegistrarSPI",
            "com.helger.xml.microdom.convert.BasicMicroTypeConverterRegistrar",
            "com.helger.xml.microdom.convert.MultilingualTextMicroTypeConverterRegistrar",
            "com.helger.xml.util.mime.MimeTypeInfoMicroTypeConverterRegistrar",
            "com.sun.org.apache.xerces.internal.impl.dv.xs.ExtendedSchemaDVFactoryImpl",
            "com.sun.org.apache.xerces.internal.impl.dv.xs.SchemaDVFactoryImpl",
            "com.sun.org.apache.xerces.internal.jaxp.datatype.DatatypeFactoryImpl",
            "com.sun.org.apache.xerces.internal.jaxp.validation.XMLSchemaFactory",
            "com.sun.xml.internal.stream.XMLInputFactoryImpl",
            "jakarta.xml.bind.annotation.adapters.CollapsedStringAdapter",
            "jakarta.xml.bind.annotation.adapters.NormalizedStringAdapter"
        })
final class UblNativeImage {
    private UblNativeImage() {}
}
